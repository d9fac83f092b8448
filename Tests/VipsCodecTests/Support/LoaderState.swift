import CVips

/// Whether libvips would run a loader.
enum LoaderState {
    case open
    case blocked
    /// This libvips was built without it, or has it in a module that is not loaded.
    case absent

    /// Asks libvips by the operation's name.
    init(of operation: String) {
        guard let loader = unsafe vips_operation_new(operation) else {
            vips_error_clear()
            self = .absent
            return
        }
        let flags = unsafe vips_operation_get_flags(loader)
        self = flags.rawValue & VIPS_OPERATION_BLOCKED.rawValue == 0 ? .open : .blocked
        unsafe g_object_unref(loader)
    }
}
