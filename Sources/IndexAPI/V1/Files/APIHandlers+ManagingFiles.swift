import PackageIndex
import WebServer

extension APIHandlers {
    static let managingFileActions: [Route: Action] = [
        .apiYankFile: { call in
            try await call.index.yankFile(
                call.value("filename"), of: try call.projectName(), reason: call.text("reason"),
                by: try call.requester())
            return .nothing
        },
        .apiUnyankFile: { call in
            try await call.index.unyankFile(
                call.value("filename"), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiDeleteFile: { call in
            try await call.index.deleteFile(
                call.value("filename"), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiRestoreFile: { call in
            try await call.index.restoreFile(
                call.value("filename"), of: try call.projectName(), by: try call.requester())
            return .nothing
        },
    ]
}
