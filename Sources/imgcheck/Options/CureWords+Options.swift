internal import PreflightCore

extension CureWords {
    /// Cures in the terms of the command line: the options that allow them.
    static let options = CureWords { cure in
        switch cure {
        case .raisePixelGuard: "raise --max-pixels"
        case .allowMoreTime: "raise --run-timeout"
        case .allowLoss(let loss): "allow it with --loss \(loss.rawValue)"
        case .allowResize(.target): "scale it down all the same with --resize target"
        case .allowResize(let policy): "allow --resize \(policy.rawValue)"
        case .allowTiling: "cut it into tiles, which fix and request do with --tile auto"
        case .allowSplit: "allow --split when-needed"
        case .raiseBudget: "raise --budget"
        case .sendEachAlone: "send each in a request of its own with --each"
        case .sendInSeveral:
            "put them into several requests with imgcheck request --split when-needed"
        case .squeeze: "insist with --squeeze, which may make them hard to read"
        case .judgeEachAlone: "--each judges every image alone"
        case .listEveryImage: "--verbose lists every image"
        case .passByAddresses: "skip it with --remote ignore"
        default: nil
        }
    }
}
