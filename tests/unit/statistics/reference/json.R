# A writer of JSON with all digits, so that no package is needed. Lists become objects or arrays, NULL becomes null.
toJson <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    parts <- vapply(x, toJson, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", parts, collapse = ", "), "}"))
  }
  if (length(x) > 1) return(paste0("[", paste(vapply(x, toJson, ""), collapse = ", "), "]"))
  if (is.character(x)) return(paste0("\"", x, "\""))
  if (is.logical(x)) return(tolower(as.character(x)))
  if (is.infinite(x)) return(if (x > 0) "\"Infinity\"" else "\"-Infinity\"")
  formatC(unname(x), digits = 17, format = "g", width = 1)
}
writeJson <- function(x, path) {
  lines <- vapply(names(x), function(name) paste0("  \"", name, "\": ", toJson(x[[name]])), "")
  writeLines(c("{", paste(lines, collapse = ",\n"), "}"), path)
}
