export { type Attachment, attach } from "./commands/attach.server";
export { removeFile } from "./commands/remove.server";
export { type AttachedFile, filesOf } from "./queries/files.server";
export { readUploadForm, type UploadSubmission } from "./upload-form.server";
