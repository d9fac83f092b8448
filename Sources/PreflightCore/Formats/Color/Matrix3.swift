/// Three by three numbers.
struct Matrix3: Sendable, Hashable {
    /// The columns, three numbers each.
    let columns: [[Double]]

    /// The matrix that undoes this one; nil where there is none.
    var inverse: Matrix3? {
        let (a, b, c) = (columns[0], columns[1], columns[2])
        let rows = [Self.cross(b, c), Self.cross(c, a), Self.cross(a, b)]
        let determinant = zip(a, rows[0]).reduce(0) { $0 + $1.0 * $1.1 }
        guard abs(determinant) > 1e-9 else { return nil }
        return Matrix3(
            columns: (0..<3).map { column in rows.map { $0[column] / determinant } }
        )
    }

    private static func cross(_ a: [Double], _ b: [Double]) -> [Double] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    /// The matrix times a column.
    static func * (matrix: Matrix3, vector: [Double]) -> [Double] {
        (0..<3)
            .map { row in
                (0..<3).reduce(0) { $0 + matrix.columns[$1][row] * vector[$1] }
            }
    }

    /// The matrix that does the right one first.
    static func * (left: Matrix3, right: Matrix3) -> Matrix3 {
        Matrix3(columns: right.columns.map { left * $0 })
    }
}
