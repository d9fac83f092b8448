internal import ArgumentParser
internal import ImagePreflight

/// Tells what the program finds on this machine, and tries what it relies on.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell versions, limits and what of the decoder's lock holds on this machine.",
        discussion: """
            Nothing is assumed: a decoder is started, and others try to open files and sockets, to \
            run programs and to reach other processes.

            Exit status: 0 all is well; 1 the decoder works, but its lock is not whole; 2 it does \
            not work.
            """
    )

    @Option(help: "How the answer is written: text or json.")
    var format: ListFormat = .text

    func run() async throws {
        try await Failure.ending {
            let examination = Examination()
            switch format {
            case .text: try Terminal.printPage(ExaminationText(examination: examination).text)
            case .json: try Terminal.print(ExaminationJSON(examination).text)
            }
            return examination.status
        }
    }
}
