export { EventsPart } from "./ui/events-part";
