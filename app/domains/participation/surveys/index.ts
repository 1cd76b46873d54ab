export { messages as surveyMessages } from "./messages";
export { SurveysPart } from "./ui/surveys-part";
