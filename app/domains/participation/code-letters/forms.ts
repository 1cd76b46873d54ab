import { z } from "zod";

export const tableForm = z.object({});
