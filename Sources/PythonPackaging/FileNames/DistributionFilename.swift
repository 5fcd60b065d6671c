/// The file name of something that can be installed: a wheel or a source distribution.
public enum DistributionFilename: Hashable, Sendable {
    /// A wheel.
    case wheel(WheelFilename)

    /// A source distribution.
    case source(SourceDistributionFilename)

    /// Reads a file name, whose ending says what it is.
    public init(_ text: String) throws(DistributionFilename.Invalid) {
        if text.removing(ending: ".whl") != nil {
            do throws(WheelFilename.Invalid) {
                self = .wheel(try WheelFilename(text))
            } catch {
                throw .wheel(error)
            }
        } else if text.removing(ending: ".tar.gz") ?? text.removing(ending: ".zip") != nil {
            do throws(SourceDistributionFilename.Invalid) {
                self = .source(try SourceDistributionFilename(text))
            } catch {
                throw .source(error)
            }
        } else {
            throw .unknownEnding(text)
        }
    }

    /// The file name.
    public var text: String {
        switch self {
        case .wheel(let wheel): wheel.text
        case .source(let source): source.text
        }
    }

    /// The project.
    public var name: ProjectName {
        switch self {
        case .wheel(let wheel): wheel.name
        case .source(let source): source.name
        }
    }

    /// The project's version.
    public var version: Version {
        switch self {
        case .wheel(let wheel): wheel.version
        case .source(let source): source.version
        }
    }

    /// Why a text is not the file name of a distribution.
    public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// It ends as a wheel and is none.
        case wheel(WheelFilename.Invalid)

        /// It ends as a source distribution and is none.
        case source(SourceDistributionFilename.Invalid)

        /// The ending is neither that of a wheel nor that of a source distribution.
        case unknownEnding(String)

        /// What is wrong with the file name.
        public var message: String {
            switch self {
            case .wheel(let invalid): invalid.message
            case .source(let invalid): invalid.message
            case .unknownEnding(let text):
                "\(Quoted(text)) is neither a wheel nor a source distribution: it must end in "
                    + "'.whl' or '.tar.gz'"
            }
        }

        /// The message.
        public var description: String { message }
    }
}
