export { messages as organisationMessages } from "./messages";
export { slugFor } from "./slug";
export { WorkCrumbs } from "./ui/work-crumbs";
