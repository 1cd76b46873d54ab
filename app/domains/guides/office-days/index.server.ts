export { placeOfOfficeDay } from "./queries/place-of-page.server";
export { nextOfficeDays, type OfficeDayView, officeDaysOfPlace } from "./queries/upcoming.server";
