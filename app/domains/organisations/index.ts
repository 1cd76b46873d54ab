export { messages as organisationMessages } from "./messages";
