/// Which version of the program this is: said by the command, and written into what outlives it.
public enum ProgramVersion {
    public static let text = "0.1.0"
}
