// Forms: urlencoded and multipart/form-data (RFC 7578), bounded, UTF-8 only, brought into NFC.
#include <algorithm>

#include "base/fold.hpp"
#include "platform/http/http.hpp"
#include "platform/http/percent.hpp"

namespace http {
namespace {

constexpr std::size_t part_header_bytes_max = 8 * 1024;
constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046 §5.1.1

// Browsers send CRLF for every line break in a text area (HTML §4.10.21.4); we keep \n.
std::string one_kind_of_break(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  return out;
}

// The text as we keep it, or nothing if it is none or too long.
std::optional<std::string> kept(std::string_view text, const Bounds& bounds) {
  if (text.size() > bounds.field_bytes_max || !base::is_text(text)) return std::nullopt;
  return base::composed(one_kind_of_break(text));
}

// Cuts the front of `rest` off, up to `mark`; both go. Without a mark: all of it.
std::string_view cut(std::string_view& rest, std::string_view mark) {
  const auto end = rest.find(mark);
  const auto front = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view{} : rest.substr(end + mark.size());
  return front;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Browsers write a quote in a name as %22 and line breaks as %0D %0A (HTML §4.10.21.8), other
// programs write \" and \\. A name with those letters in it literally is rarer than either.
std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto three = text.substr(i, 3);
    if (three == "%22")
      out += '"';
    else if (same_word(three, "%0d") || same_word(three, "%0a"))
      out += ' ';
    else {
      if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
        ++i;
      out += text[i];
      continue;
    }
    i += 2;
  }
  return out;
}

// A parameter of a header: `name="a; b"` or `name=a`. Nothing if absent or its quote never ends.
std::optional<std::string> parameter(std::string_view header, std::string_view wanted) {
  cut(header, ";");
  while (!header.empty()) {
    const auto name = trimmed(cut(header, "="));
    header = header.substr(std::min(header.find_first_not_of(" \t"), header.size()));
    std::string value;
    if (header.starts_with('"')) {
      std::size_t end = 1;
      while (end < header.size() && header[end] != '"') end += header[end] == '\\' ? 2 : 1;
      if (end >= header.size()) return std::nullopt;
      value = unquoted(header.substr(1, end - 1));
      header.remove_prefix(end + 1);
      cut(header, ";");
    } else {
      value = trimmed(cut(header, ";"));
    }
    if (same_word(name, wanted)) return value;
  }
  return std::nullopt;
}

struct PartHeader {
  std::string name;
  std::optional<std::string> file_name;
};

std::optional<PartHeader> read_part_header(std::string_view lines) {
  if (lines.size() > part_header_bytes_max || !base::is_text(lines)) return std::nullopt;
  while (!lines.empty()) {
    auto line = cut(lines, "\r\n");
    if (!same_word(trimmed(cut(line, ":")), "content-disposition")) continue;
    const auto name = parameter(line, "name");
    if (!lower_case(trimmed(line)).starts_with("form-data") || !name) return std::nullopt;
    auto file_name = parameter(line, "filename");
    if (file_name) file_name = base::composed(*file_name);
    return PartHeader{base::composed(*name), std::move(file_name)};
  }
  return std::nullopt;
}

bool add_part(Fields& fields, PartHeader header, std::string_view content, const Bounds& bounds) {
  if (!header.file_name) {
    auto value = kept(content, bounds);
    if (!value) return false;
    fields.add(std::move(header.name), std::move(*value));
  } else if (!header.file_name->empty() || !content.empty()) {  // else: no file was chosen
    fields.add(std::move(header.name), Upload{std::move(*header.file_name), std::string(content)});
  }
  return true;
}

std::optional<Fields> parse_multipart(std::string_view body, std::string_view boundary,
                                      const Bounds& bounds) {
  if (boundary.empty() || boundary.size() > boundary_bytes_max) return std::nullopt;
  const std::string mark = "\r\n--" + std::string(boundary);
  if (!body.starts_with(std::string_view(mark).substr(2))) return std::nullopt;
  body.remove_prefix(mark.size() - 2);
  Fields fields;
  for (std::size_t parts = 0; !body.starts_with("--"); ++parts) {
    if (parts == bounds.fields_max || !body.starts_with("\r\n")) return std::nullopt;
    body.remove_prefix(2);
    const auto header_end = body.substr(0, part_header_bytes_max + 4).find("\r\n\r\n");
    if (header_end == body.npos) return std::nullopt;
    auto header = read_part_header(body.substr(0, header_end));
    body.remove_prefix(header_end + 4);
    const auto end = body.find(mark);
    if (!header || end == body.npos) return std::nullopt;
    if (!add_part(fields, std::move(*header), body.substr(0, end), bounds)) return std::nullopt;
    body.remove_prefix(end + mark.size());
  }
  return fields;
}

}  // namespace

std::string_view Fields::get(std::string_view name) const {
  for (const auto& [key, value] : values_) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const auto& [key, value] : values_) {
    if (key == name) out.push_back(value);
  }
  return out;
}

bool Fields::has(std::string_view name) const {
  return std::ranges::any_of(values_, [&](const auto& field) { return field.first == name; });
}

const Upload* Fields::upload(std::string_view name) const {
  for (const auto& [key, upload] : uploads_) {
    if (key == name) return &upload;
  }
  return nullptr;
}

std::optional<Fields> parse_query(std::string_view query, const Bounds& bounds) {
  Fields fields;
  for (std::size_t count = 0; !query.empty();) {
    auto pair = cut(query, "&");
    if (pair.empty()) continue;
    if (++count > bounds.fields_max) return std::nullopt;
    const auto name = percent_decoded(cut(pair, "="), true);
    const auto value = percent_decoded(pair, true);
    if (!name || !value) return std::nullopt;
    auto kept_name = kept(*name, bounds), kept_value = kept(*value, bounds);
    if (!kept_name || !kept_value) return std::nullopt;
    fields.add(std::move(*kept_name), std::move(*kept_value));
  }
  return fields;
}

std::optional<Fields> parse_form(const Request& request, const Bounds& bounds) {
  if (request.body.size() > bounds.body_bytes_max) return std::nullopt;
  const auto header = request.header("content-type");
  const auto type = lower_case(trimmed(header.substr(0, header.find(';'))));
  if (type == "multipart/form-data") {
    if (!bounds.uploads) return std::nullopt;
    return parse_multipart(request.body, parameter(header, "boundary").value_or(""), bounds);
  }
  // A form without fields comes without a type from some programs.
  if (type != "application/x-www-form-urlencoded" && !(type.empty() && request.body.empty())) {
    return std::nullopt;
  }
  return parse_query(request.body, bounds);
}

}  // namespace http
