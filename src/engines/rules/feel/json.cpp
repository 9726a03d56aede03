#include "engines/rules/feel/json.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include "engines/rules/feel/feel.hpp"

namespace feel {
namespace {

// Builds values while Boost.JSON reads; numbers are taken as they are written, never as binary.
class Builder {
 public:
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  explicit Builder(Machine& machine) : machine_(machine), open_(1) {}

  using Error = boost::system::error_code;
  using Text = boost::json::string_view;

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_array_begin(Error&) { return begin(); }
  bool on_object_begin(Error&) { return begin(); }
  bool on_array_end(std::size_t, Error&) {
    auto items = std::move(open_.back().items);
    open_.pop_back();
    return add(machine_.list(std::move(items)));
  }
  bool on_object_end(std::size_t, Error&) {
    auto [items, keys] = std::move(open_.back());
    open_.pop_back();
    if (keys.size() == 1 && keys[0] == "feel" && items[0].is(Kind::text)) {
      const auto expression = compile(items[0].text());
      return add(expression ? expression->evaluate(machine_) : Value());
    }
    std::vector<Context::Entry> entries;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      entries.emplace_back(std::move(keys[i]), std::move(items[i]));
    }
    return add(machine_.context(std::move(entries)));
  }
  bool on_key_part(Text part, std::size_t, Error&) { return append(part); }
  bool on_key(Text part, std::size_t, Error&) {
    append(part);
    open_.back().keys.push_back(std::exchange(text_, {}));
    return true;
  }
  bool on_string_part(Text part, std::size_t, Error&) { return append(part); }
  bool on_string(Text part, std::size_t, Error&) {
    append(part);
    return add(Value(std::exchange(text_, {})));
  }
  bool on_number_part(Text part, Error&) { return append(part); }
  bool on_int64(std::int64_t, Text part, Error&) { return number(part); }
  bool on_uint64(std::uint64_t, Text part, Error&) { return number(part); }
  bool on_double(double, Text part, Error&) { return number(part); }
  bool on_bool(bool value, Error&) { return add(value); }
  bool on_null(Error&) { return add({}); }
  bool on_comment_part(Text, Error&) { return true; }
  bool on_comment(Text, Error&) { return true; }

  Value value() { return open_.front().items.empty() ? Value() : open_.front().items.front(); }

 private:
  struct Open {
    Values items;
    std::vector<std::string> keys;
  };
  bool begin() {
    open_.emplace_back();
    return true;
  }
  bool add(Value value) {
    open_.back().items.push_back(std::move(value));
    return true;
  }
  bool append(Text part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool number(Text part) {
    append(part);
    return add(Decimal::parse(std::exchange(text_, {})));
  }

  Machine& machine_;
  std::vector<Open> open_;
  std::string text_;
};

void write_text(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += {hex[std::size_t(c >> 4)], hex[std::size_t(c & 15)]};
    } else {
      out += c;
    }
  }
  out += '"';
}

void write(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::null:
    case Kind::function:
      out += "null";
      break;
    case Kind::boolean:
      out += value.boolean() ? "true" : "false";
      break;
    case Kind::number:
      out += value.number().text();
      break;
    case Kind::list: {
      out += '[';
      bool first = true;
      for (const auto& item : value.items()) {
        if (!std::exchange(first, false)) out += ", ";
        write(out, item);
      }
      out += ']';
      break;
    }
    case Kind::context: {
      out += '{';
      bool first = true;
      for (const auto& [name, entry] : value.context().entries()) {
        if (!std::exchange(first, false)) out += ", ";
        write_text(out, name);
        out += ": ";
        write(out, entry);
      }
      out += '}';
      break;
    }
    default:
      write_text(out, text_of(value));
  }
}

}  // namespace

base::Result<Value, JsonProblem> value_of_json(Machine& machine, std::string_view json) {
  boost::json::parse_options options;
  options.max_depth = 200;
  boost::json::basic_parser<Builder> parser(options, machine);
  boost::system::error_code error;
  try {
    const auto read = parser.write_some(false, json.data(), json.size(), error);
    if (error || read != json.size()) {
      return base::refuse(JsonProblem{read + 1, error ? error.message() : "more than one value"});
    }
  } catch (const Exhausted& bound) {
    return base::refuse(JsonProblem{1, bound.what()});
  }
  return parser.handler().value();
}

std::string json_of(const Value& value) {
  std::string out;
  write(out, value);
  return out;
}

}  // namespace feel
