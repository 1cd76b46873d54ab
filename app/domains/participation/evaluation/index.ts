export { evaluationTasks } from "./evaluation-tasks";
export { FiguresAndData } from "./ui/figures-and-data";
