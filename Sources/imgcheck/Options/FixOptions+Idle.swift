internal import PreflightCore

extension FixOptions {
    /// Notes the options that ask for more than their defaults: none has an effect where nothing is
    /// changed.
    func note(in idle: inout IdleOptions) {
        let defaults = PlanOptions()
        idle.note("--resize", isGiven: resize != nil)
        idle.note("--loss", isGiven: loss != defaults.lossAtMost)
        idle.note("--quality", isGiven: quality != defaults.quality)
        idle.note("--background", isGiven: background != nil)
        idle.note("--budget", isGiven: budget != nil)
    }
}
