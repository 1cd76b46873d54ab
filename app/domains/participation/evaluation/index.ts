export { evaluationTasks } from "./ui/evaluation-tasks";
export { FiguresAndData } from "./ui/figures-and-data";
