export { PlanningPart } from "./ui/planning-part";
