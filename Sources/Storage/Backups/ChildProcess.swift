import Foundation
import Synchronization

/// A program run as a child, both its voices in one pipe.
///
/// Started by `posix_spawn` and not by Foundation, whose way on Linux reads past a buffer when the process has more than
/// about 1,300 files open.
struct ChildProcess {
    private let number: pid_t
    /// What it says; read to its end, it never fills up.
    let output: Int32

    /// - Parameters:
    ///   - path: of the program.
    ///   - arguments: without the program's own name.
    /// - Returns: `nil` when it cannot be started.
    static func start(_ path: String, _ arguments: [String], environment: [String: String]) -> ChildProcess? {
        // One at a time: a child started between the making of a pipe and its closing mark would hold it open.
        door.withLock { _ in startAlone(path, arguments, environment) }
    }

    private static let door = Mutex(())

    private static func startAlone(
        _ path: String, _ arguments: [String], _ environment: [String: String]
    ) -> ChildProcess? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[1]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var number: pid_t = 0
        let failure = withWiring(to: ends[1]) { actions, attributes in
            withTexts([path] + arguments) { arguments in
                withTexts(environment.map { "\($0.key)=\($0.value)" }) { environment in
                    posix_spawn(&number, path, actions, attributes, arguments, environment)
                }
            }
        }
        guard failure == 0 else {
            close(ends[0])
            return nil
        }
        return ChildProcess(number: number, output: ends[0])
    }

    func kill() { _ = Foundation.kill(number, SIGKILL) }

    /// Waits for its end and closes the pipe; called once.
    /// - Returns: whether it ended by itself and well.
    func wait() -> Bool {
        var status: Int32 = 0
        while waitpid(number, &status, 0) == -1, errno == EINTR {}
        close(output)
        // Ended by itself (no signal in the low bits) with the code 0.
        return status == 0
    }

    /// Nothing to read, one pipe to write to, and signals that are heard: a thread of Dispatch has them blocked. Every
    /// other file of ours is closed by its own mark.
    private static func withWiring(
        to pipe: Int32,
        _ body: (UnsafePointer<posix_spawn_file_actions_t>, UnsafePointer<posix_spawnattr_t>) -> Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, pipe, STDERR_FILENO)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        return body(&actions, &attributes)
    }

    /// Texts as C takes them: an array of pointers that ends with a null.
    private static func withTexts(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
    ) -> Int32 {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
