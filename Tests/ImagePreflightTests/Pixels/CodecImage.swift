@testable import VipsCodec

/// The codec's image, which has the name of the C type that it owns.
typealias CodecImage = VipsImage
