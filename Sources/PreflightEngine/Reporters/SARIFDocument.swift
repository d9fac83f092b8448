/// The parts of SARIF 2.1.0 that are written (OASIS standard, 27 March 2020), named as there.
enum SARIFDocument {
    /// One file (section 3.13).
    struct Log: Encodable {
        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version
            case runs
        }

        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]
    }

    /// What one model's rules say (section 3.14).
    struct Run: Encodable {
        var tool: Tool
        var automationDetails: AutomationDetails
        var invocations: [Invocation]
        var results: [Result]
        var columnKind = "unicodeCodePoints"
    }

    /// What tells runs of one tool apart (section 3.17).
    struct AutomationDetails: Encodable {
        var id: String
    }

    /// The program and its decoder (section 3.18).
    struct Tool: Encodable {
        var driver: Component
        var extensions: [Component]?
    }

    /// One of both (section 3.19).
    struct Component: Encodable {
        var name: String
        var version: String
        var rules: [Rule]?
    }

    /// A code (section 3.49).
    struct Rule: Encodable {
        struct Configuration: Encodable {
            var level: String
        }

        var id: String
        var name: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Text
        var defaultConfiguration: Configuration
    }

    /// A text, and the same in Markdown (sections 3.11 and 3.12).
    struct Text: Encodable {
        var text: String
        var markdown: String?
    }

    /// How it went (section 3.20).
    struct Invocation: Encodable {
        var executionSuccessful: Bool
        var toolExecutionNotifications: [Notification]?
    }

    /// What could not be looked at (section 3.58).
    struct Notification: Encodable {
        var level = "error"
        var message: Text
        var locations: [Location]
    }

    /// A finding (section 3.27).
    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: Fingerprints
        var properties: Properties?
    }

    /// What recognises a finding of an earlier run (section 3.27.17).
    struct Fingerprints: Encodable {
        var primaryLocationLineHash: String
    }

    /// Numbers of a finding (section 3.8).
    struct Properties: Encodable {
        var measured: Int?
        var limit: Int?
        var unit: String?
        var remedy: String?
    }

    /// Where it is (section 3.28).
    struct Location: Encodable {
        var physicalLocation: PhysicalLocation?
        var logicalLocations: [LogicalLocation]?
    }

    /// A file (section 3.29).
    struct PhysicalLocation: Encodable {
        struct Artifact: Encodable {
            var uri: String
        }

        struct Region: Encodable {
            var startLine = 1
        }

        var artifactLocation: Artifact
        var region = Region()
    }

    /// A place in a body, or the request as a whole (section 3.33).
    struct LogicalLocation: Encodable {
        var fullyQualifiedName: String
    }
}
