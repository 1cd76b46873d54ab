export { attach } from "./commands/attach.server";
export { type AttachedFile, filesOf } from "./queries/files.server";
export { type Logo, logoOf } from "./queries/logo.server";
export { missingFiles } from "./queries/missing-files.server";
export { readUploadFields, readUploadForm } from "./upload-form.server";
