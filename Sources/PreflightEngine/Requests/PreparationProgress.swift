/// How far the preparing of images has come.
public enum PreparationProgress: Sendable, Hashable {
    /// So many images of all were read and made acceptable, each on its own.
    case read(imageCount: Int, of: Int)
    /// The images are being put into requests, which may take bytes from them.
    case fitting
}
