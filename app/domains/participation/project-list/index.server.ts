export { projectsAtPlace } from "./place-part.server";
export { projectOfProcess } from "./queries/project-list.server";
