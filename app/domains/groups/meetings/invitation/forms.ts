import { z } from "zod";
import { replies } from "./reply";

export const replyForm = z.object({ reply: z.enum(replies, "choice-missing") });
