/// The built-in rule tables, embedded in the binary so that it needs no file at run time.
///
/// `files` is written by the build-tool plugin EmbedTables from the folder `rules/tables`: adding a
/// model is adding a file there.
public enum RuleTables {}
