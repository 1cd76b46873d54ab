export { deliver } from "./commands/deliver.server";
export { startLocalMailbox } from "./local-mailbox.server";
export { unreadCount } from "./queries/messages.server";
