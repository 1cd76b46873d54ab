export { announceSurveys } from "./commands/announce.server";
export { copySurveys } from "./commands/copy-surveys.server";
export { beginSurvey } from "./commands/edit-survey.server";
export { surveyContent } from "./queries/content.server";
export { loadSurveysPart, missingForSurveys, waitingInSurveys } from "./queries/part.server";
export { placeOfForm } from "./queries/place-of-form.server";
