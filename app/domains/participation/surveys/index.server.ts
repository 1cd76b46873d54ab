export { announceSurveys } from "./commands/announce.server";
export { beginSurvey } from "./commands/edit-survey.server";
export { loadSurveysPart, missingForSurveys, waitingInSurveys } from "./queries/part.server";
