export { AnnotatedPassage } from "./ui/annotated-passage";
export { TextsPart } from "./ui/texts-part";
