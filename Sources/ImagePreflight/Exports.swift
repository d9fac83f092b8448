// One import is enough: what a signature of the library names comes with the library, also where
// a client turns on MemberImportVisibility.
@_exported public import PreflightCore
@_exported public import PreflightEngine
