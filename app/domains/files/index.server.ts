export { attach } from "./commands/attach.server";
export { contentOf } from "./queries/content.server";
export { type AttachedFile, filesOf } from "./queries/files.server";
export { type Logo, logoOf } from "./queries/logo.server";
export { missingFiles } from "./queries/missing-files.server";
export { serveFile } from "./serve.server";
export { judgePaper, type PaperFindings, type PaperRefusal } from "./signed-paper";
export { readOnce, readUploadFields, readUploadForm } from "./upload-form.server";
