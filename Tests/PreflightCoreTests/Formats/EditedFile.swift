import Fixtures
import PreflightCore

/// A file and what became of it by a plan that edits files.
struct EditedFile {
    /// The file as it was.
    let original: [UInt8]
    /// What was known of it.
    let before: ImageFacts
    /// The file as it is, or nil where the edit could not be done.
    let result: [UInt8]?

    private let plan: Plan

    /// Edits `bytes`.
    init(_ bytes: [UInt8], by plan: Plan = Plan()) {
        original = bytes
        before = ImageFacts(reading: bytes.span)
        result = plan.edited(bytes, as: before.format)
        self.plan = plan
    }

    /// Edits a fixture.
    init(of fixture: Fixture, by plan: Plan = Plan()) throws {
        self.init(try fixture.bytes(), by: plan)
    }

    /// Each step alone, and all together.
    static let plans = [
        Plan([.trim]),
        Plan([.stripMetadata]),
        Plan([.firstFrame(of: 2)]),
        Plan([.firstFrame(of: 2), .stripMetadata, .trim]),
    ]
}

extension EditedFile {
    /// What an edited file must be and this one is not; empty where there is none.
    var brokenPromises: [String] {
        guard let result else { return [] }
        let after = ImageFacts(reading: result.span)
        guard let old = try? before.header.get(), let new = try? after.header.get() else {
            return ["has a header"]
        }
        let frameCount = plan.keepsFirstFrameOnly ? 1 : old.frameCount
        let promises = [
            "same format": after.format == before.format,
            "same size": new.size == old.size,
            "same orientation": new.orientation == old.orientation,
            "same samples":
                new.bitsPerSample == old.bitsPerSample && new.colorModel == old.colorModel,
            "same profile": new.iccProfile == old.iccProfile,
            "\(frameCount) frames": new.frameCount == frameCount,
            "no position": !(new.hasGPS && plan.steps.contains(.stripMetadata)),
            "ends at its end": new.hasEndMarker && new.trailingByteCount == 0,
            "stays as it is": plan.edited(result, as: after.format) == result,
        ]
        return promises.filter { !$0.value }.keys.sorted()
    }
}
