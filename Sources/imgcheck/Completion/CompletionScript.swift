internal import ArgumentParser

/// The script by which a shell completes command lines.
///
/// The argument parser writes it, for command lines that begin with a command. `check` need not be
/// named, so a function of our own stands before the parser's and names it.
struct CompletionScript {
    /// The script.
    let text: String

    /// The script that a command line asks for; nil where it asks for something else.
    init?(for arguments: [String]) {
        guard arguments.count == 2, arguments[0] == "--generate-completion-script",
            let shell = CompletionShell(rawValue: arguments[1])
        else { return nil }
        let script = Imgcheck.completionScript(for: shell)
        let commands = Imgcheck.configuration.subcommands.map { $0._commandName } + ["help"]
        text =
            switch shell {
            case .bash: script.putting(Self.bash(commands), before: "_imgcheck() {")
            case .zsh: script.putting(Self.zsh(commands), before: "_imgcheck() {")
            case .fish: script.putting(Self.fish(commands), before: "function __imgcheck_tokens")
            default: script
            }
    }
}

extension CompletionScript {
    /// The function of bash, which splits words at `:` and `=`.
    ///
    /// Names of models and options have those: they are put together again, and what is before the
    /// last `:` is not offered once more. What is no file is written as it is, without a backslash
    /// before a colon.
    private static func bash(_ commands: [String]) -> String {
        #"""
        _imgcheck() {
            local -a words=()
            local rest="${COMP_LINE}" gap word
            local -i index last=-1
            local is_value=false
            for ((index = 0; index <= COMP_CWORD; index++)); do
                word="${COMP_WORDS[index]}"
                gap="${rest%%[![:space:]]*}"
                rest="${rest#"${gap}"}"
                rest="${rest#"${word}"}"
                if [[ -z "${gap}" && "${last}" -ge 0 && "${word}" = '=' && "${words[last]}" = --* ]]; then
                    is_value=true
                    [[ "${index}" -eq "${COMP_CWORD}" ]] || continue
                    word=''
                elif [[ -z "${gap}" && "${last}" -ge 0 ]] && ! "${is_value}" \
                    && [[ "${word}" = :* || "${words[last]}" = *: ]]; then
                    words[last]+="${word}"
                    continue
                fi
                is_value=false
                words+=("${word}")
                last+=1
            done

            case "${words[1]}" in
            \#(commands.joined(separator: "|"))) ;;
            *)
                if [[ "${last}" -gt 1 || "${words[1]}" = -* ]]; then
                    words=("${words[0]}" check "${words[@]:1}")
                    last+=1
                fi
                ;;
            esac

            local -r current="${words[last]}" previous="${words[last - 1]}"
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD="${last}"
            local COMP_LINE="${words[*]}"
            local -i COMP_POINT="${#COMP_LINE}"
            _imgcheck_named "${words[0]}" "${current}" "${previous}"
            local reply is_file=false
            for reply in "${COMPREPLY[@]}"; do
                [[ -e "${reply/#\~/${HOME}}" ]] && is_file=true
            done
            "${is_file}" || compopt +o filenames 2>/dev/null
            if [[ "${current}" = *:* && "${COMP_WORDBREAKS}" = *:* ]]; then
                local -r offered="${current%"${current##*:}"}"
                for index in "${!COMPREPLY[@]}"; do
                    COMPREPLY[index]="${COMPREPLY[index]#"${offered}"}"
                done
            fi
        }

        _imgcheck_named() {
        """#
    }

    /// The function of zsh.
    private static func zsh(_ commands: [String]) -> String {
        #"""
        _imgcheck() {
            case "${words[2]}" in
            \#(commands.joined(separator: "|"))) ;;
            *)
                if [[ "${CURRENT}" -gt 2 || "${words[2]}" = -* ]]; then
                    words=("${words[1]}" check "${(@)words[2,-1]}")
                    ((CURRENT++))
                fi
                ;;
            esac
            _imgcheck_named "${@}"
        }

        _imgcheck_named() {
        """#
    }

    /// The function of fish, by which the others know the words.
    private static func fish(_ commands: [String]) -> String {
        #"""
        function __imgcheck_tokens
            set -l tokens (__imgcheck_named_tokens $argv)
            switch "$argv"
                case -p -pc
                    if not contains -- "$tokens[2]" \#(commands.joined(separator: " "))
                        if test (count $tokens) -gt 1; or string match -q -- '-*' (commandline -ct)
                            set tokens $tokens[1] check $tokens[2..]
                        end
                    end
            end
            printf '%s\n' $tokens
        end

        function __imgcheck_named_tokens
        """#
    }
}

extension String {
    /// The text with another at the beginning of a line, in the place of what stands there.
    fileprivate func putting(_ text: String, before line: String) -> String {
        replacing("\n\(line)\n", with: "\n\(text)\n", maxReplacements: 1)
    }
}
