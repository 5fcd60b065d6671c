import HTTPTypes
import PackageIndex

extension Route {
    static let tools: [Route] = [
        uploadAtRoot, health, upload, uploadHint, projectList, project, plainProjectList,
        plainProject, plainProjectListBesideUpload, plainProjectBesideUpload, file, mirroredFile,
        projectJSON, releaseJSON, nativeReport, nativeStatistics,
    ]

    package static let uploadAtRoot = change("uploadAtRoot", "/", .upload, .upload)
    package static let health = get("health", "/_health/?", .readHealth, .problem)
    package static let upload = change("upload", "/legacy/?", .upload, .upload)
    package static let uploadHint = get("uploadHint", "/legacy/?", .readHint, .problem)
    package static let projectList = get("projectList", "/simple/", .readProjectList, .problem)
    package static let project = get("project", "/simple/{name}/", .readProject, .problem)
    package static let plainProjectList = get(
        "plainProjectList", "/+simple/", .readProjectList, .problem)
    package static let plainProject = get(
        "plainProject", "/+simple/{name}/", .readProject, .problem)
    package static let plainProjectListBesideUpload = get(
        "plainProjectListBesideUpload", "/legacy/+simple/", .readProjectList, .problem)
    package static let plainProjectBesideUpload = get(
        "plainProjectBesideUpload", "/legacy/+simple/{name}/", .readProject, .problem)
    package static let file = get("file", "/files/{sha256}/{filename}", .readFile, .problem)
    /// bandersnatch takes over only files whose addresses begin like this.
    package static let mirroredFile = get(
        "mirroredFile", "/packages/{sha256}/{filename}", .readFile, .problem)
    package static let projectJSON = get(
        "projectJSON", "/pypi/{name}/json/?", .readProject, .json)
    package static let releaseJSON = get(
        "releaseJSON", "/pypi/{name}/{version}/json/?", .readProject, .json)
    package static let nativeReport = get(
        "nativeReport", "/api/v1/projects/{name}/files/{filename}/native", .readFile, .problem)
    package static let nativeStatistics = get(
        "nativeStatistics", "/api/v1/native/statistics", .readStatistics, .problem)
}
