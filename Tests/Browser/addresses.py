"""The pages under test, and how they are addressed."""

HOSTS_OF_BADUNG = "/compare/hosts?home=51.03"
UNKNOWN_REGION = "/compare/hosts?home=99.99"

# Pages that show figures or a list: each has a .csv and a .json twin.
# Beside each, the name of the page's first table in its .json.
WITH_TWINS = {
    HOSTS_OF_BADUNG: "nearest",
    "/compare/hosts?home=51.03&candidate=73.71": "nearest",
    "/compare/regions": "regions",
    "/compare/regions?q=bandung": "regions",
    "/compare/regions/51.03": "industries",
    "/compare/regions/32.16?year=2014": "industries",
    "/measure/hayami": "rows",
}
WITHOUT_TWINS = ["/", "/compare/hosts", UNKNOWN_REGION, "/find", "/find?q=badung"]

# Pages of an office, with the role that opens them; {person}, {job}, {change}, {product} and {photo} are made by the office,
# {enterprise} and {sentra} are of the sample.
OF_AN_OFFICE = [
    ("officer", "/register/people"),
    ("officer", "/register/people/new"),
    ("officer", "/find?q=tenun"),
    ("officer", "{person}"),
    ("officer", "/account"),
    ("officer", "/register/enterprises"),
    ("officer", "/register/enterprises?q=tenun"),
    ("officer", "/register/enterprises?columns=nib.owner.phone.product.kbli.place.sentra.workers.output.size.law.bps.papers.active.changed"),
    ("officer", "/register/enterprises?columns=changed&sort=-changed"),
    ("officer", "/register/views"),
    ("officer", "/register/enterprises/new"),
    ("officer", "{enterprise}"),
    ("officer", "/register/twins"),
    ("officer", "/register/changes"),
    ("head", "/register/changes?state=refused"),
    ("head", "{change}"),
    ("owner", "{enterprise}"),
    ("owner", "{change}"),
    ("officer", "/register/sentra"),
    ("officer", "/register/sentra?q=tenun&day=2024-01-01"),
    ("officer", "/register/sentra/new"),
    ("officer", "{sentra}"),
    ("officer", "{sentra}?find=tenun&from=2024-01-01"),
    ("officer", "{enterprise}/certificates/new"),
    ("officer", "{enterprise}/products/new"),
    ("officer", "{product}"),
    ("officer", "{photo}"),
    ("head", "{photo}"),
    ("officer", "{enterprise}/workers/new"),
    ("officer", "{enterprise}/equipment/new"),
    ("officer", "{enterprise}/worksheets/new"),
    ("officer", "{enterprise}/production/2025"),
    ("officer", "/measure"),
    ("head", "/measure?field=clothing&by=sex&figure=workers"),
    ("head", "/measure?year=1999"),
    ("officer", "/register/certificates"),
    ("officer", "/register/certificates?standing=all"),
    ("officer", "/register/industries"),
    ("officer", "/register/industries?code=13134"),
    ("head", "/register/industries?office=51.03"),
    ("officer", "/register/lists"),
    ("head", "{enterprise}/history"),
    ("head", "{sentra}"),
    ("head", "{sentra}/history"),
    ("head", "{person}"),
    ("head", "/audit"),
    ("head", "/audit?kind=person-entered&from=2020-01-01"),
    ("head", "/operations"),
    ("administrator", "/accounts"),
    ("administrator", "/accounts/new"),
    ("administrator", "/jobs"),
    ("administrator", "{job}?refresh=no"),
    ("administrator", "/operations"),
]

LANGUAGES = ["id", "en"]


def in_language(path, language):
    """Indonesian is the language of an address that names none."""
    if language == "id":
        return path
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def twin(path, kind):
    """/compare/hosts?home=51.03 -> /compare/hosts.csv?home=51.03"""
    place, mark, query = path.partition("?")
    return f"{place}.{kind}{mark}{query}"


def file_name(path):
    """A name for files: compare-hosts-home-51.03"""
    words = path.replace("{", "").replace("}", "").strip("/").replace("&", "?").replace("=", "/").replace("?", "/").split("/")
    return "-".join(word for word in words if word) or "start"


EVERY_PAGE = [
    in_language(path, language)
    for path in [*WITHOUT_TWINS, *WITH_TWINS]
    for language in LANGUAGES
]
EVERY_OFFICE_PAGE = [
    (role, in_language(path, language)) for role, path in OF_AN_OFFICE for language in LANGUAGES
]
EVERY_PAGE_WITH_TWINS = [
    (in_language(path, language), table)
    for path, table in WITH_TWINS.items()
    for language in LANGUAGES
]
EVERY_LOOK = [(scheme, width) for scheme in ["light", "dark"] for width in [320, 1280]]
