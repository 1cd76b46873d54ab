export { projectsAtPlace } from "./place-part.server";
export { placeOfProject } from "./queries/place-of-project.server";
export { projectOfProcess } from "./queries/project-list.server";
