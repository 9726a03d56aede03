# embed(TARGET): a library that holds every migration and web asset inside the binary, so that one
# file is the whole program. The assembler reads the bytes (.incbin); platform/embedded.hpp finds them.
function(embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
    src/*.sql web/dist/*)
  set(out ${CMAKE_BINARY_DIR}/embedded.cpp)
  set(assembly "")
  set(rows "")
  set(externs "")
  set(paths "")
  set(i 0)
  foreach(file ${files})
    string(APPEND assembly
      "  \".global e${i}_begin\\ne${i}_begin:\\n.incbin \\\"${CMAKE_SOURCE_DIR}/${file}\\\"\\n\"\n"
      "  \".global e${i}_end\\ne${i}_end:\\n.byte 0\\n\"\n")
    string(APPEND externs "extern const char e${i}_begin[], e${i}_end[];\n")
    string(APPEND rows "    {\"${file}\", {e${i}_begin, size_t(e${i}_end - e${i}_begin)}},\n")
    list(APPEND paths ${CMAKE_SOURCE_DIR}/${file})
    math(EXPR i "${i} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${out} CONTENT
"// Made by cmake/embed.cmake.
#include \"platform/embedded.hpp\"
asm(\".section .rodata\\n\"
@assembly@  \".previous\\n\");
extern \"C\" {
@externs@}
namespace embedded {
std::span<const File> files() {
  static const File all[] = {
@rows@    {{}, {}}};
  return {all, std::size(all) - 1};
}
}  // namespace embedded
" @ONLY)
  add_library(${target} STATIC ${out})
  target_link_libraries(${target} PUBLIC platform)
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${paths}")
endfunction()
