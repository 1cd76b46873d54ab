/** What a collected message is about, because one chooses a rhythm for each: "work" waits for the recipient. */
export const noticeTopics = ["news", "discussion", "work"] as const;
export type NoticeTopic = (typeof noticeTopics)[number];
