export { ResolutionNotes } from "./ui/resolution-notes";
