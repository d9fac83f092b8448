public import ArgumentParser
public import PreflightCore

/// When pictures are cut into tiles.
struct TileOptions: ParsableArguments {
    @Option(
        help: """
            Whether a picture that the model would scale is cut into tiles that it does not: auto, \
            where scaling would leave too little of it, always, or never, the default.
            """
    )
    var tile: TilingPolicy?
}

extension TileOptions {
    /// Options of a plan with what is said here.
    func added(to options: PlanOptions) -> PlanOptions {
        var options = options
        options.tiling = tile ?? options.tiling
        return options
    }

    /// Notes the option where it asks for more than its default.
    func note(in idle: inout IdleOptions) {
        idle.note("--tile", isGiven: tile ?? .never != .never)
    }
}

extension TilingPolicy: ExpressibleByArgument {}
