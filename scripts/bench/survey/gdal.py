"""GDAL as the peer of reading survey files: `make PATH ROWS BYTES` a geodatabase, `read PATH LAYER` every feature of a file with
all its values, `convert PATH LAYER DRIVER` the file to one of columns or rows as `ogr2ogr` does it.

`read` and `convert` print what they took as JSON: {cpuMs, wallMs, startMb, peakMb, rows, areaM2}.
"""

import json
import os
import resource
import sys
import tempfile
import time

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
CODES = {"0601": "工业用地", "0602": "采矿用地", "0701": "城镇住宅用地", "1003": "公路用地", "0101": "水田", "0301": "乔木林地"}


def make(path, rows, size):
    """地类图斑 with ten fields; `size` bytes of a photograph each."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4526)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = gdal.GetDriverByName("OpenFileGDB").Create(path, 0, 0, 0, gdal.GDT_Unknown)
    layer = source.CreateLayer("DLTB", reference, ogr.wkbMultiPolygon, ["LAYER_ALIAS=地类图斑", "XYSCALE=10000", "XORIGIN=-2147483647", "YORIGIN=-2147483647", "XYTOLERANCE=0.001"])
    for name in ["BSM", "YSDM", "TBBH", "DLBM", "DLMC", "QSXZ", "QSDWMC"]:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for name in ["TBMJ", "KCMJ", "TBDLMJ"]:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    if size:
        layer.CreateField(ogr.FieldDefn("ZP", ogr.OFTBinary))
    photograph = bytes((i * i * 7 + i // 3) % 251 for i in range(size)).hex()
    wide = int(rows**0.5) + 1
    codes = list(CODES.items())
    source.StartTransaction(True)
    for n in range(rows):
        x, y = 38456000 + n % wide * 60.0, 3845000 + n // wide * 60.0
        shape = ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({x} {y},{x + 50} {y},{x + 50} {y + 40},{x} {y + 40},{x} {y})))")
        code, word = codes[n % len(codes)]
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape)
        # The area on the ellipsoid, as far as a table needs it: 4.6e-5 less, and with y from the meridian 2.45e-8 km² more.
        area = round(2000 * (1 - ((x + 25 - 38500000) / 6371000) ** 2), 2)
        values = [f"4101052110{n + 1:08}", "2001010100", str(n + 1), code, word, "20" if n % 3 else "30", f"某镇第{n % 97}村民委员会", area, 0.0, area]
        for field, value in enumerate(values):
            feature.SetField(field, value)
        if size:
            feature.SetFieldBinaryFromHexString("ZP", photograph)
        layer.CreateFeature(feature)
    source.CommitTransaction()


def resident():
    """Highest resident memory of this program alone, MB."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def taken(work):
    """What `work`, which returns rows and their area, takes."""
    start_mb = resident()
    start = resource.getrusage(resource.RUSAGE_SELF)
    began = time.perf_counter()
    rows, area = work()
    wall = time.perf_counter() - began
    end = resource.getrusage(resource.RUSAGE_SELF)
    cpu = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    print(json.dumps({"cpuMs": cpu * 1000, "wallMs": wall * 1000, "startMb": start_mb, "peakMb": resident(), "rows": rows, "areaM2": area}))


def read(path, layer_name):
    """Every feature with all its values, which stay in GDAL, and its shape."""
    source = ogr.Open(path)
    layer = source.GetLayerByName(layer_name) if layer_name else source.GetLayer(0)
    rows, area = 0, 0.0
    for feature in layer:
        shape = feature.GetGeometryRef()
        rows += 1
        area += shape.GetArea() if shape.GetDimension() == 2 else 0
    return rows, area


def convert(path, layer_name, driver):
    """The layer as a file of another format, in one call."""
    with tempfile.TemporaryDirectory() as folder:
        made = gdal.VectorTranslate(os.path.join(folder, "made"), path, format=driver, layers=[layer_name])
        rows = made.GetLayer(0).GetFeatureCount()
        del made
    return rows, 0.0


if sys.argv[1] == "version":
    print(gdal.__version__)
elif sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
elif sys.argv[1] == "convert":
    taken(lambda: convert(*sys.argv[2:5]))
else:
    taken(lambda: read(sys.argv[2], sys.argv[3]))
