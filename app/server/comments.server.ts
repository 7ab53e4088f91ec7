/** Reads what people wrote in their own words: masked, split into words offline, and turned into topics. */
import { Jieba, type JiebaNS } from "@node-rs/jieba"
