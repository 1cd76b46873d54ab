export { ProjectNote } from "./ui/project-note";
