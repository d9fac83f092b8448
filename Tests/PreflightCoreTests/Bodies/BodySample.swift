import PreflightCore

/// Small bodies to build tests on.
enum BodySample {
    /// The bytes of an image, which no test decodes: all that matters is that they come back.
    static let pixel: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE, 0xFB, 0xF0]

    /// ``pixel`` in base64, with a slash in it.
    static let pixelBase64 = "iVBOR//++/A="

    /// A body of one user message with this content.
    static func chat(_ content: String) -> String {
        #"{"model":"m","messages":[{"role":"user","content":[\#(content)]}]}"#
    }

    /// A chat-completions part with this JSON spelling of its address.
    static func imagePart(url: String) -> String {
        #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
    }

    /// A conversation of both interfaces with white space, escapes and every kind of value.
    static let mixed = """
        {"model" : "claude", "temperature": -1.5e+3, "stream":false, "stop":null,
         "messages":[ {"role":"system","content":"Grüße \\"\\ud83d\\ude00\\" 日本"},
          {"role":"user","content":[{"type":"text","text":"a"},
            {"image_url":{"detail":"low","url":"data:image\\/png;base64,\(pixelBase64)"},
             "type":"image_url"}]},
          {"content":[{"type":"tool_result","content":[{"type":"text","text":"{}[]"},
            {"type":"image","source":{"type":"base64","media_type":"image/jpg",
             "data":"\(pixelBase64)"}}]}],"role":"user"} ] }
        """
}
