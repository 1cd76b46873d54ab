export { nextOfficeDays, type OfficeDayView } from "./queries/upcoming.server";
