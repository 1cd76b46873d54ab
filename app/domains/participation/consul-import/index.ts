export { OriginPart } from "./ui/origin-part";
