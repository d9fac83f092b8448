#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A lock that many may share or one may hold alone.
///
/// The corresponding C functions are `pthread_rwlock_rdlock()`, `pthread_rwlock_wrlock()` and
/// `pthread_rwlock_unlock()`.
@safe
final class ReadWriteLock: @unchecked Sendable {
    // The address of a lock must not change, so it lives on the heap as long as the object.
    private let handle = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

    init() {
        unsafe pthread_rwlock_init(handle, nil)
    }

    deinit {
        unsafe pthread_rwlock_destroy(handle)
        unsafe handle.deallocate()
    }

    /// Runs `body` beside others that share.
    func shared<Value>(_ body: () -> Value) -> Value {
        unsafe pthread_rwlock_rdlock(handle)
        defer { unsafe pthread_rwlock_unlock(handle) }
        return body()
    }

    /// Runs `body` while nobody else runs.
    func exclusive<Value>(_ body: () -> Value) -> Value {
        unsafe pthread_rwlock_wrlock(handle)
        defer { unsafe pthread_rwlock_unlock(handle) }
        return body()
    }
}
