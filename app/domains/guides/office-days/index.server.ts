export { placeOfOfficeDay } from "./queries/place-of-page.server";
export { nextOfficeDays, type OfficeDayView, officeDays, officeDaysOfPlace } from "./queries/upcoming.server";
