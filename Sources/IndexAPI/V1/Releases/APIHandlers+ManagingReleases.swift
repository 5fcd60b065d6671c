import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let managingReleaseActions: [Route: Action] = [
        .apiYankRelease: { call in
            try await call.index.yankRelease(
                try call.version(), of: try call.projectName(), reason: call.text("reason"),
                by: try call.requester())
            return .nothing
        },
        .apiUnyankRelease: { call in
            try await call.index.unyankRelease(
                try call.version(), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiDeleteRelease: { call in
            try await call.index.deleteRelease(
                try call.version(), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiRestoreRelease: { call in
            try await call.index.restoreRelease(
                try call.version(), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
    ]
}
