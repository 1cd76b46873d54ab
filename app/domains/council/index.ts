export { CouncilPathSection } from "./path/ui/council-path";
export { ResolutionNotes } from "./ui/resolution-notes";
