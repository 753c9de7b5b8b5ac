// What pages do besides without a script: `/` and Ctrl+K go to the search, and what is found shows while one types.
// Every page works without it.
"use strict";

const box = document.getElementById("find");
const list = document.getElementById("finds");
const most = 8;
let turn = 0;
let timer;

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select");
  const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCommand = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  box.focus();
  box.select();
});

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, 150);
});

async function suggest() {
  const own = ++turn;
  const text = box.value.trim();
  // A number of many digits may be a person's: it is sent by the button, which says why not, and never by itself.
  if (text.length < 2 || /\d{16}/.test(text.replace(/\D/g, ""))) return show([]);
  const fields = new FormData(box.form);
  try {
    const answer = await fetch(`/find.json?${new URLSearchParams(fields)}`);
    const found = answer.ok ? (await answer.json()).found : [];
    if (own === turn) show(found);
  } catch {
    if (own === turn) show([]);
  }
}

function show(found) {
  list.replaceChildren(...found.slice(0, most).map((line) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = line.address;
    link.textContent = line.name;
    const detail = document.createElement("small");
    detail.textContent = [line.heading, line.detail].filter(Boolean).join(" · ");
    item.append(link, " ", detail);
    return item;
  }));
  list.hidden = found.length === 0;
}

box.form.addEventListener("keydown", (event) => {
  const stops = [box, ...list.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    show([]);
    box.focus();
  } else if (step && place >= 0 && stops.length > 1) {
    event.preventDefault();
    stops[(place + step + stops.length) % stops.length].focus();
  }
});

box.form.addEventListener("focusout", (event) => {
  if (!box.form.contains(event.relatedTarget)) show([]);
});
